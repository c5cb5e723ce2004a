"""Files that hold others: archives, mail. What is inside is written under numbers of ours, within limits.

errors                 why such a file cannot be opened
archives, seven_zip    ZIP, 7z, tar, gzip, one in another
letter                 a mail taken apart, whichever program wrote it
eml, outlook, tnef     .eml, .msg and winmail.dat as such letters
mail, pec              what a mail says and what is attached to it; certified mail
mail_view              a mail as it is printed
"""
