"""What is learnt rather than written down: models that judge, and the features of wording they are told of."""
