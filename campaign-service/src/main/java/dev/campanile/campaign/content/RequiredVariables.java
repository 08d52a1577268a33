package dev.campanile.campaign.content;

import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.ContentVersion.Projections;
import dev.campanile.contracts.ContentVersion.Variable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a message cannot do without: variables that are said and have no default anywhere. */
final class RequiredVariables {

  private RequiredVariables() {}

  static List<String> of(ContentVersion version) {
    Set<String> said =
        texts(version)
            .flatMap(text -> LiquidText.ofChecked(text).requiredVariables().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    return version.variables().stream()
        .filter(variable -> variable.defaultValue() == null)
        .map(Variable::name)
        .filter(said::contains)
        .toList();
  }

  private static Stream<String> texts(ContentVersion version) {
    return Stream.concat(
        version.locales().values().stream().flatMap(RequiredVariables::texts),
        version.links().stream().map(ContentVersion.Link::url));
  }

  private static Stream<String> texts(Projections said) {
    Stream.Builder<String> texts = Stream.builder();
    if (said.email() != null) {
      texts.add(said.email().subject()).add(said.email().html()).add(said.email().text());
    }
    if (said.sms() != null) {
      texts.add(said.sms().text());
    }
    if (said.chat() != null) {
      if (said.chat().text() != null) {
        texts.add(said.chat().text());
      }
      if (said.chat().template() != null) {
        said.chat().template().variables().forEach(texts::add);
      }
    }
    return texts.build();
  }
}
