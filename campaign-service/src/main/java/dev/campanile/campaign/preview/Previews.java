package dev.campanile.campaign.preview;

import static java.util.Objects.requireNonNull;

import dev.campanile.campaign.content.DraftCompiler;
import dev.campanile.campaign.content.DraftCompiler.Compiled;
import dev.campanile.campaign.content.PublishedContent;
import dev.campanile.campaign.content.PublishedContents;
import dev.campanile.campaign.template.ChatTemplates;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.ProfileSnapshots.Snapshot;
import dev.campanile.rendering.LocaleChoice;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills a content for one customer, with what also fills it when it is sent. */
@ApplicationScoped
class Previews {

  private final Database database;
  private final DraftCompiler drafts;
  private final PublishedContents contents;
  private final Recipients recipients;
  private final ChatTemplates templates;

  Previews(
      Database database,
      DraftCompiler drafts,
      PublishedContents contents,
      Recipients recipients,
      ChatTemplates templates) {
    this.database = database;
    this.drafts = drafts;
    this.contents = contents;
    this.recipients = recipients;
    this.templates = templates;
  }

  Preview of(String key, PreviewRequest request) {
    Compiled compiled = compiled(key, request.version());
    ContentVersion version = compiled.version();
    PublishedContent content = PublishedContent.of(version);
    Snapshot profile = recipients.named(request.profile(), request.externalId(), content);
    Map<String, Object> data = request.data() == null ? Map.of() : request.data();
    Filling filling = Filling.of(content, data, profile);
    String locale = LocaleChoice.of(version, wanted(request, profile, version));
    var said = requireNonNull(version.locales().get(locale));
    var rendering =
        new PreviewRendering(
            version, locale, filling.values(), templates.find(content.chatTemplates()));
    return new Preview(
        key,
        request.version(),
        locale,
        rendering.email(said),
        rendering.sms(said),
        rendering.chat(said),
        filling.variables(),
        filling.missing(),
        version.links(),
        compiled.tooLarge());
  }

  private static String wanted(
      PreviewRequest request, @Nullable Snapshot profile, ContentVersion version) {
    if (request.locale() != null) {
      return request.locale();
    }
    return profile == null ? version.defaultLocale() : profile.locale();
  }

  private Compiled compiled(String key, @Nullable Integer version) {
    if (version == null) {
      return drafts.current(key, new ContentRef(key, 0));
    }
    return database
        .read(handle -> contents.find(handle, new ContentRef(key, version)))
        .map(published -> new Compiled(published.version(), List.of()))
        .orElseThrow(() -> Problem.notFound("version " + version + " of content " + key));
  }
}
