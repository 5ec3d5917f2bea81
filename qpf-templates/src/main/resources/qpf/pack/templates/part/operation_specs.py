{{#operations}}
{{constant}}: Final = OperationSpec(name={{name.py}}{{#timed}}, timeout_ms={{timeoutMs}}{{/timed}}{{#audited}}, audit={{audit}}{{/audited}})
{{/operations}}
