"""From words to fields: candidates all over the page, scored by evidence, the best consistent set chosen together.

labels, wanted      what papers print beside values, and which label speaks for which field (data)
found, finders      dates, amounts, identifiers anywhere on the page
paper               sheets, labels, values, and which label governs which value
scoring, texts      how well a value fits a field; texts that labels announce
numbers             numbers of documents
names, legal_forms, party_names    what is a name, where it ends, where names stand
parties, acquaintance, counterparts    whose name and whose VAT id it is; firms that are known; the fields
people, totals, rows, terms    the finer knowledge of persons, sums, tables, payment terms
common, invoices, trade, payments, letters    the fields of each kind
staff, payslips, hr, certificates    those of papers about people at work
result, confidence   fields as they are given, with their probability
extraction          the door: extract()
"""
