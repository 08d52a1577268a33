package dev.campanile.gateway.email;

/** One line of a mail's header, or several when its value is folded. */
record HeaderField(String name, HeaderValue value) {}
