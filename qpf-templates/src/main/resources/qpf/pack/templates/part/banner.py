{{#banner}}
"""{{title.doc}}

{{purpose.doc}}

Extracted from {{origin.doc}}
    {{keys.doc}}
Change the schema and extract again: an edit here is drift.
"""
{{/banner}}

from __future__ import annotations
