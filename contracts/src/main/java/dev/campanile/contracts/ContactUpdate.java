package dev.campanile.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A record on {@link Topic#PROFILE_CONTACTS}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ContactCard.class, name = "CARD"),
  @JsonSubTypes.Type(value = ContactErased.class, name = "ERASED"),
  @JsonSubTypes.Type(value = BucketHeartbeat.class, name = "HEARTBEAT")
})
public sealed interface ContactUpdate permits ContactCard, ContactErased, BucketHeartbeat {

  /** The key of the compacted record. */
  String recordKey();

  Bucket bucket();
}
