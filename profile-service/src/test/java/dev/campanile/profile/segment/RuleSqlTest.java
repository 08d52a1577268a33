package dev.campanile.profile.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.profile.segment.TraitValue.Flag;
import dev.campanile.profile.segment.TraitValue.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleSqlTest {

  private static final String NASTY = "x'); drop table profile; --";

  @Test
  void nothingAnAuthorWroteIsInTheSql() {
    SegmentCondition condition =
        RuleSql.compile(
            new Rule.All(
                List.of(
                    new Rule.TraitIs("nickname", new Text(NASTY)),
                    new Rule.TraitIs("country", new Text(NASTY)),
                    new Rule.TraitExists("loyal", true))));

    assertThat(condition.sql())
        .isEqualTo(
            "(coalesce((p.traits -> :rule_text_0) = any(cast(:rule_list_0 as jsonb[])), false)"
                + " and coalesce(p.country = any(:rule_list_1), false)"
                + " and ((p.traits -> :rule_text_1) is not null))");
    assertThat(condition.texts()).containsEntry("rule_text_0", "nickname");
    assertThat(condition.lists()).containsEntry("rule_list_1", List.of(NASTY));
  }

  @Test
  void aFieldThatIsATextEqualsNoFlag() {
    SegmentCondition condition =
        RuleSql.compile(new Rule.TraitIn("country", List.of(new Flag(true), new Text("IT"))));

    assertThat(condition.lists()).containsEntry("rule_list_0", List.of("IT"));
  }
}
