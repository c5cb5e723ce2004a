"""The lists of a document. Sums prove which rows belong, and which column is which.

headings     what heads a column, in five languages
grid         rows of goods between a head and the totals: columns by headings and by geometry, wrapped text joined
arithmetic   quantity x price = amount; lines that add up; the figure that a damaged row must have had
wording      what an item is, in words
charges      transport and the like, charged among the totals
heads        which tables list goods
listed       amounts that stand among goods
lines        the lines of an invoice, an order, a quote
goods        the lines of a delivery note, which have no amounts
vat          the VAT summary
natures      why no VAT is charged
instalments  dates to pay and what then
"""
