package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What asked for a message. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes(@JsonSubTypes.Type(value = Source.Campaign.class, name = "CAMPAIGN"))
public sealed interface Source {

  /** The part of a message's identity that is not the customer. */
  String identity();

  /** One run of a campaign. */
  record Campaign(String key, RunId run) implements Source {
    public Campaign {
      requireNonNull(key);
      requireNonNull(run);
    }

    @Override
    public String identity() {
      return "campaign|" + run;
    }
  }
}
