"""The text of archived files, one file per format; a program of its own, which `tracker.exchange.archive` starts.

Files come from anywhere, and may be made to harm whoever reads them. What is read here is looked at and never executed,
nothing is fetched, and the program that reads has little time and memory and may write no file.
"""
