"""What checks need not look at in a large store, from arrays; imports NumPy.

One object for each of a hundred thousand figures costs more than all that checks find. So figures are read as columns
first, and each check is given only those about which it may find anything; what is left out, it provably could not
have found anything about. Whoever finds is always the check itself, or a part of it that needs no objects.
"""
