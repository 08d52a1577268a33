package dev.campanile.contracts;

import java.util.Locale;

/** The Kafka headers of every record: CloudEvents attributes in binary mode, and the W3C trace. */
public interface Envelope {
  String SPEC_VERSION = "ce_specversion";
  String ID = "ce_id";
  String TYPE = "ce_type";
  String SOURCE = "ce_source";
  String TIME = "ce_time";

  /** The place of the record in its bucket, as the sender numbered it. */
  String SEQUENCE = "ce_sequence";

  String TRACE_PARENT = "traceparent";
  String DEAD_LETTER_REASON = "campanile_reason";
  String DEAD_LETTER_ORIGIN = "campanile_origin";

  /** The type of a topic's records, such as {@code profile.contacts.v1}. */
  static String typeOf(String topicName) {
    return topicName.toLowerCase(Locale.ROOT) + ".v1";
  }
}
