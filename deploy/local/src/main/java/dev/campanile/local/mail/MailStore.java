package dev.campanile.local.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the mail server accepted, in memory, in the order it came. */
public final class MailStore {
  private final List<ReceivedMail> mails = new ArrayList<>();
  private final Map<String, Integer> byRecipient = new TreeMap<>();
  private int accepted;

  /** A mail the sink counted but did not keep. */
  synchronized void count(List<String> recipients) {
    accepted++;
    recipients.forEach(
        recipient -> byRecipient.merge(recipient.toLowerCase(Locale.ROOT), 1, Integer::sum));
  }

  synchronized void keep(ReceivedMail mail) {
    count(mail.recipients());
    mails.add(mail);
  }

  public synchronized int accepted() {
    return accepted;
  }

  /** How many mails each recipient was sent, by the address in lower case. */
  public synchronized Map<String, Integer> acceptedByRecipient() {
    return new TreeMap<>(byRecipient);
  }

  public synchronized List<ReceivedMail> all() {
    return List.copyOf(mails);
  }

  public List<ReceivedMail> to(String recipient) {
    return all().stream()
        .filter(mail -> mail.recipients().stream().anyMatch(recipient::equalsIgnoreCase))
        .toList();
  }

  public Optional<ReceivedMail> find(String id) {
    return all().stream().filter(mail -> mail.id().equals(id)).findFirst();
  }

  public synchronized void clear() {
    mails.clear();
    byRecipient.clear();
    accepted = 0;
  }
}
