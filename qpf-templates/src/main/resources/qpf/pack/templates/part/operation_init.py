{{#operations}}
{{#typed}}
self.{{runner}} = context.operation({{constant}}, {{request}}, {{response}})
{{/typed}}
{{#untyped}}
self.{{runner}} = context.payload_operation({{constant}})
{{/untyped}}
{{/operations}}
