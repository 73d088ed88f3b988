"""What is known before a text is read: the register, the words beside names, the learnt tagger."""
