"""Files that say what they are: e-invoices and their signed envelopes.

errors                       why such a file cannot be read
ber, p7m                     the content of a signed file, without judging its signature
xml_node, xml_text           XML from strangers, as a plain tree
xml_values                   amounts, dates and identifiers as XML carries them
codes, shown_codes           FatturaPA's code tables in words, and those of every format together
einvoice                     the door for e-invoices of every format
european                     UBL and CII, said in the words of fatturapa_model
facturx, pdf_attachments     e-invoices inside PDFs
page_search, page_agreement  a value looked for on printed pages; XML and page checked against each other
fatturapa                    the door: bytes -> invoices
fatturapa_model              what an e-invoice says
fatturapa_body, _parts, _simplified, _scribe   XML tree -> what it says
fatturapa_sums, _checks, _fields          what it comes to, whether it adds up, the fields of `storage.kinds`
sheet, sheet_flow, sheet_pdf              a printed page: its layout and its PDF
fatturapa_view, _view_tables, _view_further, _view_words   the invoice as people know it on paper
"""
