{{> part/banner.py}}

from datetime import date, datetime

from pydantic import BaseModel, ConfigDict, Field

{{#agent.models}}


class {{className}}(BaseModel):
    """{{summary.doc}}"""

    model_config = ConfigDict(populate_by_name=True, protected_namespaces=())

    {{#fields}}
    {{#aliased}}
    {{name}}: {{type}} = Field(alias={{wire.py}})
    {{/aliased}}
    {{^aliased}}
    {{name}}: {{type}}
    {{/aliased}}
    {{/fields}}
{{/agent.models}}
