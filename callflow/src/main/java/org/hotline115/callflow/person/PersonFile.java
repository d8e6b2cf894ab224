package org.hotline115.callflow.person;

/** What somebody sees who opened a person's file. */
public record PersonFile(Person person, Timeline timeline) {}
