package dev.campanile.profile.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ProfileId;
import dev.campanile.profile.profile.Profile;
import dev.campanile.profile.zone.ZoneSource;
import dev.campanile.testing.LocalPlatform;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;

/** One rule, two answers: the database's and the predicate's are the same. */
class RuleAgreementTest {

  private static final List<@Nullable Object> VALUES =
      Arrays.asList(
          null,
          "IT",
          "FR",
          "1",
          "",
          "true",
          "ü",
          "'",
          1,
          1.0,
          new BigDecimal("1.000"),
          2.5,
          0,
          -1e20,
          true,
          false);
  private static final List<String> NAMES =
      List.of("a", "b", "x.y", "country", "locale", "firstName");

  private static @Nullable LocalPlatform platform;
  private static @Nullable Handle handle;
  private static final List<Profile> PROFILES = new ArrayList<>();

  @BeforeContainer
  static void profiles() throws IOException {
    platform = LocalPlatform.start();
    JsonNode database = platform.addresses().at("/postgres/databases/profile");
    handle =
        Jdbi.create(
                database.get("jdbcUrl").asText(),
                database.get("username").asText(),
                database.get("password").asText())
            .installPlugin(new PostgresPlugin())
            .open();
    try (var script =
        RuleAgreementTest.class.getResourceAsStream("/db/migration/V0100__profiles.sql")) {
      handle.createScript(new String(script.readAllBytes(), UTF_8)).execute();
    }
    Random random = new Random(20261121);
    for (int i = 0; i < 150; i++) {
      PROFILES.add(insert(handle, random, i));
    }
  }

  @AfterContainer
  static void stop() {
    if (handle != null) {
      handle.close();
    }
    if (platform != null) {
      platform.close();
    }
  }

  @Property(tries = 400)
  void theDatabaseAndThePredicateFindTheSameProfiles(@ForAll("rules") Rule rule) {
    SegmentCondition condition = RuleSql.compile(rule);
    Set<UUID> inDatabase =
        condition
            .bind(
                requireNonNull(handle)
                    .createQuery("select p.id from profile p where " + condition.sql()))
            .mapTo(UUID.class)
            .set();
    Set<UUID> inMemory =
        PROFILES.stream()
            .filter(profile -> RulePredicate.holds(rule, profile))
            .map(Profile::id)
            .collect(Collectors.toSet());

    assertThat(inDatabase).isEqualTo(inMemory);
  }

  @Provide
  Arbitrary<Rule> rules() {
    return rules(4);
  }

  private static Arbitrary<Rule> rules(int depth) {
    Arbitrary<String> names = Arbitraries.of(NAMES);
    Arbitrary<TraitValue> values =
        Arbitraries.of(VALUES.stream().filter(Objects::nonNull).toList())
            .map(RuleAgreementTest::traitValue);
    Arbitrary<Rule> leaves =
        Arbitraries.oneOf(
            Combinators.combine(names, values).as(Rule.TraitIs::new),
            Combinators.combine(names, values.list().ofMinSize(1).ofMaxSize(4))
                .as(Rule.TraitIn::new),
            Combinators.combine(names, Arbitraries.of(true, false)).as(Rule.TraitExists::new),
            Arbitraries.just(new Rule.Everyone()));
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<Rule> deeper = Arbitraries.lazy(() -> rules(depth - 1));
    return Arbitraries.oneOf(
        leaves,
        deeper.map(Rule.Not::new),
        deeper.list().ofMinSize(1).ofMaxSize(3).map(Rule.All::new),
        deeper.list().ofMinSize(1).ofMaxSize(3).map(Rule.Any::new));
  }

  private static TraitValue traitValue(Object value) {
    return switch (value) {
      case Boolean flag -> new TraitValue.Flag(flag);
      case Number number -> new TraitValue.Number(new BigDecimal(number.toString()));
      default -> new TraitValue.Text(value.toString());
    };
  }

  private static Profile insert(Handle handle, Random random, int number) {
    Map<String, Object> traits = new HashMap<>();
    for (String name : List.of("a", "b", "x.y")) {
      Object value = VALUES.get(random.nextInt(VALUES.size()));
      if (value != null) {
        traits.put(name, value);
      }
    }
    Profile profile =
        new Profile(
            new UUID(0x7000L, 0x8000000000000000L | number),
            1,
            "c-" + number,
            text(random, "", "'", "ü"),
            null,
            text(random, "it", "fr"),
            text(random, "IT", "FR", "true"),
            List.of(ZoneOffset.UTC),
            ZoneSource.WORKSPACE,
            Channel.EMAIL,
            null,
            traits);
    handle
        .createUpdate(
            """
            insert into profile (id, bucket, external_id, version, first_name, locale, country,
                                 zones, zone_source, preferred_channel, traits, created_at,
                                 updated_at)
            values (:id, :bucket, :externalId, 1, :firstName, :locale, :country, '{UTC}',
                    'WORKSPACE', 'EMAIL', cast(:traits as jsonb), now(), now())
            """)
        .bind("id", profile.id())
        .bind("bucket", Bucket.of(new ProfileId(profile.id())).value())
        .bind("externalId", profile.externalId())
        .bind("firstName", profile.firstName())
        .bind("locale", profile.locale())
        .bind("country", profile.country())
        .bind("traits", json(traits))
        .execute();
    return profile;
  }

  private static @Nullable String text(Random random, String... texts) {
    int pick = random.nextInt(texts.length + 1);
    return pick == texts.length ? null : texts[pick];
  }

  private static String json(Map<String, Object> traits) {
    try {
      return new ObjectMapper().writeValueAsString(traits);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
