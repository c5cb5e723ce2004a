"""What generated papers taught about how far what was read can be believed: of a value, of a whole paper.

traits      numbers as named traits, and which way a trait may speak
additive    a sum of what each named trait says, made a probability; loaded from plain arrays
"""
