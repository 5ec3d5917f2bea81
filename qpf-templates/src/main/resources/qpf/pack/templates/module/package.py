{{#banner}}
"""{{title.doc}}

{{purpose.doc}}

Extracted from {{origin.doc}}
    {{keys.doc}}
Change the schema and extract again: an edit here is drift.
"""
{{/banner}}

from typing import Final

AGENT: Final = {{agent.name.py}}
VERSION: Final = {{agent.version.py}}
