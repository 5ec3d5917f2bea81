from {{agent.root}}.core.governance import (
    Above, All, Anchor, AnyOf, AtLeast, AtMost, Below, Equal, Event, NotEqual, Policy, Reading, Trigger
)
