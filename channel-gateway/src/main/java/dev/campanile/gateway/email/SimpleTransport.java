package dev.campanile.gateway.email;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.campanile.contracts.Reason;
import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.channel.HandOff.Accepted;
import dev.campanile.gateway.channel.HandOff.AddressFinding;
import dev.campanile.gateway.channel.HandOff.InDoubt;
import dev.campanile.gateway.channel.HandOff.Refused;
import dev.campanile.gateway.channel.HandOff.RefusedForNow;
import dev.campanile.gateway.channel.ProviderAnswer;
import dev.campanile.gateway.email.smtp.Phase;
import dev.campanile.rendering.Utf8Text;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.SMTPException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * The client inside quarkus-mailer, one mail at a time.
 *
 * <p>What is told apart: a reply of the server is definite at any time; a failure while waiting for
 * a connection certainly left nothing. From MAIL FROM on the client does not say how far it came,
 * so a broken connection or a silence there is a doubt, also before the final dot.
 */
final class SimpleTransport implements MailTransport {

  private final SmtpClient client;
  private final Duration timeout;

  SimpleTransport(SmtpClient client, Duration timeout) {
    this.client = client;
    this.timeout = timeout;
  }

  @Override
  public int batch() {
    return 1;
  }

  @Override
  public List<HandOff> send(List<Mail> mails) {
    long end = System.nanoTime() + timeout.toNanos();
    List<HandOff> answers = new ArrayList<>(mails.size());
    for (Mail mail : mails) {
      long left = answers.isEmpty() ? timeout.toNanos() : end - System.nanoTime();
      answers.add(
          left > 0
              ? send(mail, left)
              : new RefusedForNow(
                  Reason.PROVIDER_UNAVAILABLE, SmtpAnswers.SOON, "its turn did not come in time"));
    }
    return answers;
  }

  private HandOff send(Mail mail, long nanos) {
    TrackedMail tracked = tracked(mail);
    CompletableFuture<MailResult> sending =
        client.send(tracked).toCompletionStage().toCompletableFuture();
    try {
      sending.get(nanos, NANOSECONDS);
      client.answered();
      return new Accepted(mail.id());
    } catch (ExecutionException e) {
      client.answered();
      return failed(tracked, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException _) {
      client.timedOut();
      return undecided(tracked, "no answer within " + timeout.toSeconds() + " s");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return undecided(tracked, "interrupted");
    }
  }

  /** The display headers are ours; the client's own fields are the envelope. */
  private static TrackedMail tracked(Mail mail) {
    TrackedMail tracked = new TrackedMail();
    tracked.setFrom(mail.from().address());
    tracked.setTo(List.of(mail.to().address()));
    tracked.setText(lines(mail.text()));
    tracked.setHtml(lines(mail.html()));
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    mail.headers().forEach(field -> headers.set(field.name(), field.value().encoded()));
    tracked.setHeaders(headers);
    return tracked;
  }

  private static String lines(Utf8Text text) {
    return text.toString().replace("\r\n", "\n").replace('\r', '\n');
  }

  private static HandOff failed(TrackedMail mail, Throwable failure) {
    if (failure instanceof SMTPException reply) {
      return SmtpAnswers.of(
          phase(reply), reply.getReplyCode(), String.valueOf(reply.getReplyMessage()));
    }
    String said = ProviderAnswer.of(failure.getMessage());
    if (said.startsWith("message exceeds allowed size limit")) {
      return new Refused(Reason.PROVIDER_REJECTED, "SIZE", said, new AddressFinding.Nothing());
    }
    return undecided(mail, said);
  }

  /** The client tells it only in words. */
  private static Phase phase(SMTPException reply) {
    String words = String.valueOf(reply.getMessage());
    if (words.startsWith("sender address not accepted")) {
      return Phase.MAIL;
    }
    if (words.startsWith("recipient address not accepted")) {
      return Phase.RCPT;
    }
    if (words.startsWith("DATA command not accepted")) {
      return Phase.DATA;
    }
    return words.startsWith("sending data failed") ? Phase.BODY : Phase.OPENING;
  }

  private static HandOff undecided(TrackedMail mail, String what) {
    return mail.takeBack()
        ? new RefusedForNow(Reason.PROVIDER_UNAVAILABLE, SmtpAnswers.SOON, "not connected: " + what)
        : new InDoubt("after the connection: " + what);
  }

  @Override
  public void close() {
    client.close();
  }
}
