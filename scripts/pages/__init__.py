"""What scripts/page-test is made of."""
