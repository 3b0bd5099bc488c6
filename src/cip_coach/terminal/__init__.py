"""The only place that knows questionary, prompt_toolkit and rich."""
