"""Published figures on Ukrainian children taken by Russia and on children brought home.

Records dated figures with their hedges and sources, proves which of them cannot all be true, and draws them.
The store holds aggregates only: no child's name, ever.
"""

__version__ = "0.1.0"
