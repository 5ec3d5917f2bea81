package io.qpf.plan.view;

import io.qpf.python.SchemaText;

/** An alert and its receiver. */
public record AlertView(SchemaText name, SchemaText receiver, SchemaText words, TriggerView trigger) {}
