package dev.campanile.rendering;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Values that are there, where ways through the markup meet and part. */
final class GeneratedAttributes {

  private GeneratedAttributes() {}

  static Arbitrary<String> templates() {
    Arbitrary<String> inside =
        Arbitraries.of(
            "{{ u }}",
            "{{ u }}",
            "{{ s }}",
            "{{ e }}",
            "{{ e }}{{ u }}",
            "{{ m }}",
            "{{ d }}>",
            "{% if t %}/a{% endif %}{{ u }}",
            "{% if f %}/a{% else %}/b{% endif %}{{ s }}",
            "{% if f %}/a{% endif %}{{ u }}",
            "{% unless t %}\"{% endunless %}{{ s }}",
            "red ",
            "",
            "{% capture c %}\"{% endcapture %}{{ c }}{{ s }}",
            "{{ l | join: ',' }}",
            "{{ h }}=",
            "{% for i in l %}{{ i }}\"{% endfor %}",
            "{% for i in l %}/{{ i }}{% endfor %}",
            "</{{ y }}>");
    Arbitrary<String> frame =
        Arbitraries.of(
            "<a href=\"IN\">OUT",
            "<a href='IN'>OUT",
            "<p title=\"IN\">OUT",
            "<p style=\"IN\">OUT",
            "<!-- IN -->OUT",
            "<style>IN</style>OUT",
            "<p {% if t %}title=\"IN\"{% endif %}>OUT",
            "{% capture c %}<a href=\"{% endcapture %}{{ c }}IN\">OUT",
            "{% for i in l %}<a href=\"/IN{% if f %}\">{% endif %}OUT{% endfor %}",
            "<p IN>OUT",
            "{% if t %}<a href=\"{% else %}<p title=\"{% endif %}IN\">OUT");
    return Combinators.combine(frame, inside, inside)
        .as((around, in, out) -> around.replace("IN", in).replace("OUT", out))
        .list()
        .ofMinSize(1)
        .ofMaxSize(2)
        .map(all -> String.join("", all));
  }

  static Map<String, Object> data() {
    return Map.of(
        "u",
        "https://x.example/?a=1&b=<2>",
        "s",
        "red",
        "e",
        "",
        "m",
        "--",
        "d",
        "--",
        "t",
        true,
        "l",
        List.of("/p", "q"),
        "h",
        "href",
        "y",
        "style");
  }
}
