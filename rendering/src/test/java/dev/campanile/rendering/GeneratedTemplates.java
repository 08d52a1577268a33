package dev.campanile.rendering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.Tuple;

/** Templates and data as authors may write them on a bad day. */
final class GeneratedTemplates {

  private static final int DEPTH = 3;

  private GeneratedTemplates() {}

  static Arbitrary<String> documents() {
    return blocks(markup(), DEPTH);
  }

  static Arbitrary<String> texts() {
    return blocks(
        Arbitraries.of("Hello ", "\n", "https://x.example/", "?a=", "&", " ", "à€"), DEPTH);
  }

  /** Half of it is there half of the time. */
  static Arbitrary<Map<String, Object>> data() {
    Arbitrary<Object> value =
        Arbitraries.of(
            "Ana",
            "",
            " ",
            "<b> & \"'",
            "javascript:alert(1)",
            "https://x.example/?a=1&b=à",
            "--",
            "style",
            "#0b6e4f",
            "2026-11-22",
            "a,b",
            "%41",
            "a\nb",
            7,
            0,
            -3L,
            2.50,
            true,
            false,
            List.of(),
            List.of(3, 1, 2),
            List.of("<i>", "", "x"),
            List.of(Map.of("a", "milk", "b", 2), Map.of("a", "<eggs>")),
            Map.of(),
            Map.of("a", "inner", "b", List.of("p", "q")));
    return Combinators.combine(maybe(value), maybe(value), maybe(value), maybe(value))
        .as(
            (x, y, list, map) -> {
              Map<String, Object> data = new HashMap<>();
              data.putAll(named("x", x));
              data.putAll(named("y", y));
              data.putAll(named("list", list));
              data.putAll(named("map", map));
              return data;
            });
  }

  private static Arbitrary<List<Object>> maybe(Arbitrary<Object> value) {
    return value.list().ofMinSize(0).ofMaxSize(1);
  }

  private static Map<String, Object> named(String name, List<Object> values) {
    return values.isEmpty() ? Map.of() : Map.of(name, values.getFirst());
  }

  private static Arbitrary<String> blocks(Arbitrary<String> literals, int depth) {
    Arbitrary<String> plain = Arbitraries.oneOf(literals, literals, output(), silent());
    Arbitrary<String> any =
        depth == 0
            ? plain
            : Arbitraries.frequencyOf(
                Tuple.of(4, plain), Tuple.of(1, nested(blocks(literals, depth - 1))));
    return any.list().ofMaxSize(6).map(parts -> String.join("", parts));
  }

  private static Arbitrary<String> nested(Arbitrary<String> block) {
    return Combinators.combine(frames(), block, block, condition(), term())
        .as(
            (frame, first, second, condition, term) ->
                frame
                    .replace("COND", condition)
                    .replace("TERM", term)
                    .replace("BLOCK", first)
                    .replace("OTHER", second));
  }

  private static Arbitrary<String> frames() {
    return Arbitraries.of(
        "{% if COND %}BLOCK{% endif %}",
        "{% if COND %}BLOCK{% else %}OTHER{% endif %}",
        "{% if COND %}BLOCK{% elsif x %}OTHER{% else %}BLOCK{% endif %}",
        "{% unless COND %}BLOCK{% endunless %}",
        "{%- unless COND -%} BLOCK {%- else -%} OTHER {%- endunless -%}",
        "{% for i in list %}BLOCK{% endfor %}",
        "{% for i in list %}{{ i }}BLOCK{% endfor %}",
        "{% for i in map.b reversed %}BLOCK{% else %}OTHER{% endfor %}",
        "{% for i in list limit: 2 %}{{ forloop.index }}{{ i.a }}BLOCK{% endfor %}",
        "{% for i in list offset: 1 limit: 1 %}BLOCK{% endfor %}",
        "{% for i in list limit:1 %}BLOCK{% endfor %}{% for i in list offset:continue %}OTHER{% endfor %}",
        "{% for i in map %}{{ i[0] }}{% if forloop.last %}BLOCK{% endif %}{% endfor %}",
        "{% for i in (1..3) %}{{ i }}BLOCK{% endfor %}",
        "{% for i in list %}{% for j in list %}{{ forloop.parentloop.index }}BLOCK{% endfor %}{% endfor %}",
        "{% for i in list %}BLOCK{% if COND %}OTHER{% break %}{% endif %}{% endfor %}",
        "{% for i in list %}{% if COND %}{% continue %}{% endif %}BLOCK{% endfor %}",
        "{% capture c %}BLOCK{% endcapture %}{{ c }}OTHER",
        "{% capture c %}BLOCK{% endcapture %}{{ c | upcase }}OTHER",
        "{% case TERM %}{% when 'Ana', 7 %}BLOCK{% else %}OTHER{% endcase %}",
        "{% raw %}{{ x }}{% endraw %}BLOCK",
        "{% comment %}BLOCK{% endcomment %}OTHER");
  }

  private static Arbitrary<String> silent() {
    return Combinators.combine(term(), filters())
        .as((term, filters) -> "{% assign y = " + term + filters + " %}")
        .edgeCases(EdgeCases.Config::none);
  }

  private static Arbitrary<String> output() {
    return Arbitraries.frequencyOf(
        Tuple.of(20, Combinators.combine(term(), filters()).as((t, f) -> "{{ " + t + f + " }}")),
        Tuple.of(
            1,
            Arbitraries.of(
                "{% abort 'no' %}",
                "{% increment n %}", "{% break %}", "{% # note %}", "{{- x -}}")));
  }

  private static Arbitrary<String> term() {
    return Arbitraries.of(
        "x",
        "x",
        "x",
        "y",
        "i",
        "i.a",
        "list",
        "list[0]",
        "list.first.a",
        "map.a",
        "map['a']",
        "map[y]",
        "list.size",
        "forloop.index",
        "'it&s'",
        "''",
        "12",
        "1.5",
        "nil",
        "true",
        "empty",
        "c",
        "missing",
        "[x]",
        "('a')");
  }

  private static Arbitrary<String> filters() {
    Arbitrary<String> filter =
        Arbitraries.of(
            " | default: 'd'",
            " | default: ''",
            " | default: y",
            " | upcase",
            " | downcase",
            " | capitalize",
            " | escape",
            " | h",
            " | url_encode",
            " | newline_to_br",
            " | strip",
            " | append: x",
            " | prepend: '<'",
            " | date: '%d %B %Y'",
            " | plus: 1",
            " | times: x",
            " | split: ','",
            " | join: ', '",
            " | first",
            " | size",
            " | truncate: 3",
            " | replace: 'a', '\"'",
            " | url_decode",
            " | sort",
            " | map: 'a'",
            " | round: 1");
    return filter.list().ofMaxSize(2).map(all -> String.join("", all));
  }

  private static Arbitrary<String> condition() {
    return Combinators.combine(
            term(),
            Arbitraries.of(
                "", "", " == x", " != 'Ana'", " > 1", " contains 'a'", " and y", " or x"))
        .as(String::concat);
  }

  private static Arbitrary<String> markup() {
    return Arbitraries.of(
        "<p>",
        "</p>",
        "text ",
        "<a href=\"",
        "<a href='",
        "\">",
        "\"",
        "'",
        ">",
        "'>",
        "<b title=\"",
        " title=\"",
        "<p style=\"color:",
        "<img alt=\"a > b\" src=\"",
        "https://x.example/",
        "/",
        " ",
        "<style>",
        "</style>",
        "</",
        "<style title=\"</style",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "--",
        "<!--[if mso]>",
        "[if mso]>",
        "<![endif]-->",
        "<",
        "<p onclick=\"",
        "<a hr",
        "ef=\"",
        "=",
        "<p class=\"x\" ",
        "&amp;",
        "à€",
        "<br>");
  }
}
