"""How a paper looks: fonts, blocks, tables, page furniture, drawn at random and set with exact places.

drawing    runs of text, rules and shapes on sheets         fonts      faces, widths, wrapping
design     the random decisions of one paper                texts      titles, parties, prose
pairs      labels and values in many shapes                 tables     tables, cut into slices that pages can take
furniture  letterheads, logos, feet, stamps                 flow       slices onto pages
words      sheets -> pages of words                         pdf        sheets -> PDF
"""
