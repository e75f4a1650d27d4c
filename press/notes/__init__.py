"""Importing: a Markdown document of questions and answers in, a book's folder out.

    mojibake → tidying (markup, signs, tables, layout)
             → reading (forms → outline, choice → chapters, entries; leftovers)
             → numbering → bookfolder (shortform, yamlfile)

It stands beside the stages and knows only the schema: what it writes, they read.
"""
