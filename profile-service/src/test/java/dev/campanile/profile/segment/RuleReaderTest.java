package dev.campanile.profile.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.campanile.profile.segment.TraitValue.Text;
import dev.campanile.runtime.http.FieldError;
import dev.campanile.runtime.http.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleReaderTest {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  @Test
  void readsATreeOfRules() {
    Rule rule =
        read(
            """
            {"all":[{"trait":"orderStatus","is":"OUT_FOR_DELIVERY"},
                    {"not":{"trait":"country","in":["FR","IT"]}},
                    {"any":[{"trait":"points","exists":true},{"everyone":true}]}]}
            """);

    assertThat(rule)
        .isEqualTo(
            new Rule.All(
                List.of(
                    new Rule.TraitIs("orderStatus", new Text("OUT_FOR_DELIVERY")),
                    new Rule.Not(
                        new Rule.TraitIn("country", List.of(new Text("FR"), new Text("IT")))),
                    new Rule.Any(
                        List.of(new Rule.TraitExists("points", true), new Rule.Everyone())))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /rule",
        "[] | /rule",
        "{\"everyone\":false} | /rule/everyone",
        "{\"all\":[]} | /rule/all",
        "{\"all\":[{\"trait\":\"a\",\"is\":{}}]} | /rule/all/0/is",
        "{\"not\":{\"trait\":\"a\",\"in\":[1,null]}} | /rule/not/in/1",
        "{\"trait\":\"a b\",\"exists\":true} | /rule/trait",
        "{\"trait\":\"a\",\"exists\":\"yes\"} | /rule/exists",
        "{\"trait\":\"a\",\"is\":\"x\",\"in\":[]} | /rule",
        "{\"trait\":\"a\",\"is\":1e400} | /rule/is",
      })
  void pointsAtWhatIsWrong(String json, String pointer) {
    assertThat(errors(json)).extracting(FieldError::pointer).containsExactly(pointer);
  }

  @Test
  void namesEveryMistakeAtOnce() {
    assertThat(errors("{\"any\":[{\"trait\":1,\"is\":[]},{\"x\":1}]}"))
        .extracting(FieldError::pointer)
        .containsExactly("/rule/any/0/trait", "/rule/any/0/is", "/rule/any/1");
  }

  @Test
  void refusesWhatIsTooDeepOrTooLarge() {
    String deep = "{\"not\":".repeat(20) + "{\"everyone\":true}" + "}".repeat(20);
    String wide = "{\"any\":[" + "{\"everyone\":true},".repeat(600) + "{\"everyone\":true}]}";

    assertThat(errors(deep)).hasSize(1);
    assertThat(errors(wide)).hasSize(1);
  }

  @Test
  void writesWhatItReads() {
    Rule rule =
        read(
            """
            {"any":[{"trait":"n","is":1.50},{"trait":"f","in":[true,"x",-3]},
                    {"not":{"trait":"t","exists":false}},{"all":[{"everyone":true}]}]}
            """);

    assertThat(RuleReader.read(RuleJson.write(rule), "/rule")).isEqualTo(rule);
  }

  private static List<FieldError> errors(String json) {
    return catchThrowableOfType(Problem.class, () -> read(json)).errors();
  }

  private static Rule read(String json) {
    try {
      return RuleReader.read(JSON.readTree(json), "/rule");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
