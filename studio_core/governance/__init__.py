"""What makes a result accountable: the model card, the data sheet and the audit log."""
