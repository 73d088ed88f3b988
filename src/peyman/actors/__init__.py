"""Who and where: parties, bodies, people, places and agreements, and which of them are one.

`peyman.actors.recognise.find_actors` is the way in.
"""
