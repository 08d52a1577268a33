package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;

/** What asked for a message. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Source.Campaign.class, name = "CAMPAIGN"),
  @JsonSubTypes.Type(value = Source.Transactional.class, name = "TRANSACTIONAL"),
  @JsonSubTypes.Type(value = Source.Test.class, name = "TEST")
})
public sealed interface Source {

  /** The key of what an author made and this comes from. */
  String key();

  /** The run or request; what is controlled and counted together has the same. */
  UUID id();

  /** The part of a message's identity that is not the customer. */
  String identity();

  /** One run of a campaign. */
  record Campaign(String key, RunId run) implements Source {
    public Campaign {
      requireNonNull(key);
      requireNonNull(run);
    }

    @Override
    public UUID id() {
      return run.value();
    }

    @Override
    public String identity() {
      return "campaign|" + run;
    }
  }

  /**
   * One request to tell one customer one thing now.
   *
   * @param key the content's
   */
  record Transactional(String key, UUID id) implements Source {
    public Transactional {
      requireNonNull(key);
      requireNonNull(id);
    }

    @Override
    public String identity() {
      return "transactional|" + id;
    }
  }

  /**
   * An author looks at a content in a real inbox. Marked as a test wherever it is seen and counted
   * nowhere.
   *
   * @param key the content's
   */
  record Test(String key, UUID id) implements Source {
    public Test {
      requireNonNull(key);
      requireNonNull(id);
    }

    @Override
    public String identity() {
      return "test|" + id;
    }
  }
}
