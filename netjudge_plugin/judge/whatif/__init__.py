"""What would change a verdict, and what to learn next: worked out from the steps themselves, for any criteria."""
