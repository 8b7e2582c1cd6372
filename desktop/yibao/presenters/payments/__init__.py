"""What is paid and how long, in words: contribution years, their price, premiums, retirement."""
