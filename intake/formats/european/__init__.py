"""European e-invoices (EN 16931): UBL and CII, the older ZUGFeRD 1.0 too, said in the words of `fatturapa_model`.

codes           the code lists of UN/CEFACT and the EU in words
scribe          typed values out of the tree, with the path of each
statement       what such an invoice states, and the sums it states itself
ubl, ubl_parts, ubl_party, cii, cii_parts, cii_party    XML tree -> statement
checks          whether it adds up
reading         the door: XML tree -> invoices as people see them
"""
