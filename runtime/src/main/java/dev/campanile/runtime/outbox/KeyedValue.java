package dev.campanile.runtime.outbox;

/** The key and value of one Kafka record. */
public record KeyedValue(String key, byte[] value) {}
