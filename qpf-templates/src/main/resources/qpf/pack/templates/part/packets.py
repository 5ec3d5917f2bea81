INBOUND: Final[tuple[Inbound, ...]] = (
    {{#agent.packets.inbound}}
    Inbound(packet_type={{packetType.py}}, source={{source.py}}, actions={{actions}}),
    {{/agent.packets.inbound}}
)

OUTBOUND: Final[tuple[Outbound, ...]] = (
    {{#agent.packets.outbound}}
    Outbound(packet_type={{packetType.py}}, destination={{destination.py}}, fields={{fields}}),
    {{/agent.packets.outbound}}
)
