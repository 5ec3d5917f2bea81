from {{agent.root}}.core.operations import OperationSpec
from {{agent.root}}.core.payload import Payload, PayloadModel
{{#operations}}
{{#contractImports}}
from {{contracts}} import {{.}}
{{/contractImports}}
{{/operations}}
