"""What a clerk sees: Qt widgets that show views and tell what was typed."""
