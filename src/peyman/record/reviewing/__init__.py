"""What reviewers decide, and what they are asked."""
