"""The criteria proved in every state of their axes: what `netjudge criteria check` and every build look for."""
