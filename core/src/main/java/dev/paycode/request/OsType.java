package dev.paycode.request;

/** The operating system of the user's device (protocol.md §3). */
public enum OsType {
  /** Apple iOS. */
  IOS,
  /** Google Android. */
  ANDROID
}
