"""From words to fields: candidates all over the page, scored by evidence, the best consistent set chosen together.

labels, wanted      what papers print beside values, and which label speaks for which field (data)
found, finders      dates, amounts, identifiers anywhere on the page
paper               sheets, labels, values, and which label governs which value
scoring, texts      how well a value fits a field; texts that labels announce
numbers, names, parties, people, totals, rows, terms    the finer knowledge of each sort of value
common, invoices, trade, payments, hr, letters         the fields of each kind
result, confidence   fields as they are given, with their probability
extraction          the door: extract()
"""
