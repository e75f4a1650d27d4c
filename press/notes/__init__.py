"""Importing: a Markdown document of questions and answers in, a book's folder out.

    mojibake → tidying (markup, signs) → reading (forms, entries) → numbering → bookfolder

It stands beside the stages and knows only the schema: what it writes, they read.
"""
