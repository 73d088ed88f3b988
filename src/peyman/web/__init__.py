"""The record in a browser: pages for people, the same as JSON for programs, and who may do what.

`app.create_app` makes the application of `Settings`; ``peyman serve`` runs it. Every page is written by the server and
is read without JavaScript; nothing is loaded from another address.

========================= ==============================================================================
``app``, ``settings``     what is served, and how
``permissions``           who may do what: role × action × resource
``visitor``               who is asking, and how they want it shown
``interface``, ``dates``  the languages of the interface; dates and numbers in them
``rendering``             templates to pages
``pages``                 one module a page
``api``                   the same as JSON, for programs
``team``                  accounts, sessions, positions of parties, notes of delegations
``versions``              what was computed for a record, until the record changes
========================= ==============================================================================
"""
