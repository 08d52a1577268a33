package dev.campanile.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.campanile.rendering.Segment.Sequence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import liqp.TemplateParser;
import liqp.org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlPlacementTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>{{ x }} | TEXT",
        "<p title='{{ x }}{{ x }}'>{{ x }} | ATTRIBUTE ATTRIBUTE TEXT",
        "<a href=\"{{ x }}/{{ x }}\">{{ x }} | URL URL_PART TEXT",
        "<a href=\"{{ x }}{{ x }}\">{{ x }} | URL later TEXT",
        "<p style=\"{{ x }}\">{{ x }} | STYLE TEXT",
        "<p onclick=\"{{ x }}\" {{ x }}>{{ x }} | FORBIDDEN FORBIDDEN TEXT",
        "<!--[if mso]>{{ x }}<![endif]-->{{ x }} | TEXT TEXT",
        "<!-- {{ x }} -->{{ x }} | TEXT later",
        "<style>p { color: {{ x }} }</style>{{ x }} | STYLE later",
        "<td{% if a %} class=\"b\"{% endif %}>{{ x }} | TEXT",
        "<a href=\"{% if a %}/a{% else %}/b{% endif %}{{ x }}\">{{ x }} | URL_PART TEXT",
        "<a href=\"{% if a %}/a{% endif %}{{ x }}\">{{ x }} | later TEXT",
        "{% for i in x %}<li>{{ i }}</li>{% endfor %}{{ x }} | TEXT TEXT",
        "{% for i in x %}{{ i }}<li title=\"{% endfor %}{{ x }} | later later",
        "{% for i in x %}{{ i }}{% else %}<p title=\"{% endfor %}{{ x }} | TEXT later",
        "{% capture c %}<p>{{ y }}{% endcapture %}{{ c }} | later",
        "{% assign y = x %}{{ y }} | TEXT",
      })
  void knowsWhereAValueStandsUnlessTheValueItselfOrAnotherWayDecides(String html, String places) {
    assertThat(places(html)).containsExactly(places.split(" "));
  }

  @Test
  void loopsInLoopsAreReadInReasonableTime() {
    String loops = "{% for i in x %}<a ".repeat(24) + "{{ x }}" + "{% endfor %}".repeat(24);

    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> places(loops));
  }

  private static List<String> places(String html) {
    TemplateParser parser = Liquid.forHtml(Locale.ROOT);
    ParseTree tree = parser.parse(html).getParseTree();
    Sequence compiled = TemplateCompiler.compile(new TemplateVisitor(parser), tree, Form.HTML);
    List<String> places = new ArrayList<>();
    collect(compiled, places);
    return places;
  }

  private static void collect(@Nullable Sequence sequence, List<String> places) {
    for (Segment segment : sequence == null ? List.<Segment>of() : sequence.segments()) {
      switch (segment) {
        case Segment.Value value ->
            places.add(value.place() == null ? "later" : value.place().toString());
        case Choice choice -> choice.branches().forEach(it -> collect(it.body(), places));
        case Loop loop -> collect(loop.body(), places);
        case Segment.Text _, Segment.Island _ -> {}
      }
    }
  }
}
