package dev.campanile.gateway.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.contracts.MalformedRecordException;
import dev.campanile.contracts.WireFormat;
import dev.campanile.gateway.gate.PlainPass;
import dev.campanile.gateway.gate.Trace;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A trace as JSON; of a plain pass only its number, for the message itself says the rest. */
public final class StoredTrace {

  private StoredTrace() {}

  static @Nullable String of(Change change) {
    Trace trace = change.trace();
    if (trace == null) {
      return null;
    }
    Integer plain = isInMessage(trace, change.after()) ? PlainPass.number(trace) : null;
    return plain == null ? Json.text(trace) : plain.toString();
  }

  /** The whole of what is stored with the message. */
  public static @Nullable JsonNode read(@Nullable String stored, Message message) {
    if (stored == null) {
      return null;
    }
    JsonNode json = json(stored.getBytes(UTF_8));
    if (!json.isInt()) {
      return json;
    }
    Progress progress = message.progress();
    Trace trace =
        PlainPass.trace(
            json.intValue(),
            progress.gatedAt(),
            progress.gatedCard(),
            message.sentOn(),
            progress.address());
    return json(WireFormat.write(trace));
  }

  /** Of a named address the message keeps the state of all who hold it, and no card. */
  private static boolean isInMessage(Trace trace, Message message) {
    return message.state() == MessageState.RESERVED
        && Objects.equals(trace.cardVersion(), message.progress().gatedCard());
  }

  private static JsonNode json(byte[] text) {
    try {
      return WireFormat.read(text, JsonNode.class);
    } catch (MalformedRecordException e) {
      throw new IllegalStateException("a stored trace cannot be read", e);
    }
  }
}
