package io.kubilitics.source.cluster.credential;

/// Where the credential of a connection comes from and is renewed. Any thread.
public interface CredentialSource extends AutoCloseable {
  /// The credential of this moment: a new one when 80 % of the life of the last one are over. May
  /// wait for a program to end, 30 s at most; who comes meanwhile waits for the same one.
  ///
  /// @throws io.kubilitics.problem.ProblemException when there is none to be had: a file is not
  ///   there, a program is not allowed or fails
  Credential current() throws InterruptedException;

  /// The API server did not accept it (401): the next one is made anew, unless that has happened
  /// already.
  void refused(Credential credential);

  @Override
  void close();
}
