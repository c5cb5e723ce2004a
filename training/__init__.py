"""Pages to learn from, without end: papers composed at random, and what is learned from them.

    content     what a paper says, as blocks that know which words write which field
    kinds       (one module for each family) content of every kind, drawn at random
    compose     content -> words with their boxes, on a page whose layout nobody has seen before
    damage      pages as scanners, faxes and phones give them, and words as a reader garbles them

Nothing of the running service imports this package; what is learned goes as small files into `intake/`.
"""
