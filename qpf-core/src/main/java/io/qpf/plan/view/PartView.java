package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;

/**
 * A module's class and where it is.
 *
 * @param attribute its name as an attribute of the controller
 */
public record PartView(PyExpr dotted, PyIdentifier className, PyIdentifier attribute) {}
