package dev.campanile.gateway.contact;

import dev.campanile.contracts.BucketHeartbeat;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContactErased;
import dev.campanile.contracts.ContactUpdate;
import dev.campanile.runtime.inbox.TopicReader;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Handle;

/** Reads {@code profile.contacts}, a poll at a time. */
@ApplicationScoped
class ContactConsumer {

  private final TopicReader reader;
  private final ContactRepository contacts;
  private final HeartbeatRepository heartbeats;

  ContactConsumer(TopicReader reader, ContactRepository contacts, HeartbeatRepository heartbeats) {
    this.reader = reader;
    this.contacts = contacts;
    this.heartbeats = heartbeats;
  }

  @Incoming("profile-contacts")
  @Blocking
  void on(ConsumerRecords<String, byte[]> records) {
    reader.readRecords(records, ContactUpdate.class, this::apply);
  }

  /** Cards before heartbeats: a heartbeat promises that the cards before it are known. */
  void apply(Handle handle, List<ContactUpdate> updates) {
    List<ContactCard> cards = new ArrayList<>();
    List<ContactErased> erased = new ArrayList<>();
    List<BucketHeartbeat> beats = new ArrayList<>();
    for (ContactUpdate update : updates) {
      switch (update) {
        case ContactCard card -> cards.add(card);
        case ContactErased gone -> erased.add(gone);
        case BucketHeartbeat beat -> beats.add(beat);
      }
    }
    contacts.erase(handle, erased);
    contacts.store(handle, cards);
    heartbeats.store(handle, beats);
  }
}
